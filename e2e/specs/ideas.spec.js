// An idea of a young specialist on its way: shared, voted for, talked about, taken, worked on by a team, done (feat:H2–H4; essay:E17).
import { choose } from '../deeds.js';
import { axe, expect, test } from '../harness.js';
import { Clerk, Register } from '../register.js';

const AUTHOR = 'Дана Сәтбаева';
const COLLEAGUE = 'Айдар Нуғманов';
const TITLE = 'Кабинет есігіндегі «сабақ жүріп жатыр» белгісі';
const RESULT = 'Жиырма кабинетке ілінді, енді ешкім сабақ ортасында есік қақпайды.';

test('an idea goes from its author to its result', async ({ browser, demo, language }) => {
  test.setTimeout(240_000);
  const register = new Register();
  const enter = (who) => Clerk.persona({ browser, demo, language, register, who }, who);
  const [author, colleague, coordinator] = [await enter(AUTHOR), await enter(COLLEAGUE), await enter('coordinator')];
  let idea;

  await test.step('it is shared', async () => {
    await author.about('idea').open('/ideas');
    await axe(author.page);
    await author.page.fill('[name=title]', TITLE);
    await author.page.fill('#share [name=words]', 'Бір жағы жасыл, бір жағы қызыл қатырма. Кірер алдында бәрі көреді.');
    await author.submit('form[action="/ideas"]');
    await author.open('/ideas');
    idea = await author.page.locator('#open').getByRole('link', { name: TITLE }).getAttribute('href');
    await author.open(idea);
    await axe(author.page);
  });

  await test.step('a colleague gives the one vote, and says something', async () => {
    await colleague.about('comment').open(idea);
    await colleague.submit('form[action$="/vote"]', 'button[value=yes]');
    await expect(colleague.page.locator('form[action$="/vote"] button[value=yes]'), 'once is all').toHaveCount(0);
    await colleague.page.fill('#comments [name=words]', 'Физика кабинетіне екеу керек: зертхана бөлек.');
    await colleague.submit('form[action$="/comment"]');
    await expect(colleague.page.locator('#comments')).toContainText('зертхана бөлек');
    await expect(colleague.page.locator('form[action$="/answer"]'), 'others answer').toHaveCount(0);
  });

  await test.step('it is taken, with an answer', async () => {
    await answer(coordinator.about('answer'), 'taken', 'Жасаймыз: картонды әкімшілік береді.');
    await axe(coordinator.page);
  });

  await test.step('a team plans who does what until when, and says what is done', async () => {
    for (const member of [author, colleague]) {
      await member.open(idea);
      await member.submit('form[action$="/join"]');
    }
    const { page } = author.about('step');
    const until = '2026-10-30';
    await page.reload();
    await page.fill('form[action$="/plan"] [name=text]', 'Жиырма қатырма кесіп, екі түске бояу');
    await choose(author, 'owner', COLLEAGUE.split(' ').reverse().join(' '));
    await page.fill('[name=by_day]', until);
    await author.submit('form[action$="/plan"]');
    await colleague.open(idea);
    await colleague.submit('form[action$="/tick"]', 'button[value=yes]');
    await expect(colleague.page.locator('#work .chip')).toHaveCount(1);
    await axe(colleague.page);
  });

  await test.step('everybody reads what came of it', async () => {
    await answer(coordinator.about('result'), 'done', RESULT);
    for (const reader of [author, colleague]) {
      await reader.open(idea);
      await expect(reader.page.locator('#answer')).toContainText(RESULT);
      await reader.open('/ideas');
      await expect(reader.page.locator('#over')).toContainText(TITLE);
    }
  });

  /** Whoever leads the board answers. */
  async function answer(visitor, state, words) {
    await visitor.open(idea);
    await visitor.tick('state', state);
    await visitor.page.fill('#reply [name=answer]', words);
    await visitor.submit('form[action$="/answer"]');
  }

  expect(register.unseen, 'forms that were filled in past the register').toEqual([]);
});
