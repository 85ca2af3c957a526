// An idea of a young specialist on its way: shared, voted for, talked about, taken, worked on by a team, done (feat:H2–H4; essay:E17).
import { answerIdea, commentOn, ideaOf, joinIdea, planIdea, shareIdea, voteFor } from '../community.js';
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
    await shareIdea(author, { title: TITLE, words: 'Бір жағы жасыл, бір жағы қызыл қатырма. Кірер алдында бәрі көреді.' });
    idea = await ideaOf(author, TITLE);
    await author.open(idea);
    await axe(author.page);
  });

  await test.step('a colleague gives the one vote, and says something', async () => {
    await voteFor(colleague.about('comment'), idea);
    await commentOn(colleague, 'Физика кабинетіне екеу керек: зертхана бөлек.');
    await expect(colleague.page.locator('form[action$="/answer"]'), 'others answer').toHaveCount(0);
  });

  await test.step('it is taken, with an answer', async () => {
    await answerIdea(coordinator.about('answer'), idea, 'taken', 'Жасаймыз: картонды әкімшілік береді.');
    await axe(coordinator.page);
  });

  await test.step('a team plans who does what until when, and says what is done', async () => {
    for (const member of [author, colleague]) await joinIdea(member, idea);
    await author.about('step').open(idea);
    await planIdea(author, { text: 'Жиырма қатырма кесіп, екі түске бояу', owner: COLLEAGUE.split(' ').reverse().join(' '), until: '2026-10-30' });
    await colleague.open(idea);
    await colleague.submit('form[action$="/tick"]', 'button[value=yes]');
    await expect(colleague.page.locator('#work .chip')).toHaveCount(1);
    await axe(colleague.page);
  });

  await test.step('everybody reads what came of it', async () => {
    await answerIdea(coordinator.about('result'), idea, 'done', RESULT);
    for (const reader of [author, colleague]) {
      await reader.open(idea);
      await expect(reader.page.locator('#answer')).toContainText(RESULT);
      await reader.open('/ideas');
      await expect(reader.page.locator('#over')).toContainText(TITLE);
    }
  });

  expect(register.unseen, 'forms that were filled in past the register').toEqual([]);
});
