// A school's own questions for the theory of the mentor exam, one of each kind, in three languages; how they stand in a file of
// the GIFT format, and how a candidate answers them on the page.

/** How each is answered, in the order of the words below. */
const KINDS = ['essay', 'truth', 'matching', 'several', 'one', 'line', 'number'];
/** So many are on a paper; each brings a point. */
export const COUNT = KINDS.length;
/** The topic under which the bank keeps them. */
export const TOPIC = 'talks';

/** What is asked, what is right, and what else there is to choose; a matching has pairs. */
const WORDS = {
  kk: [
    { asks: 'Жас әріптес «бәрі нашар болды» деп келді. Алғашқы бес минутта не істейсіз?' },
    { asks: 'Жабылатын әңгімеде тәлімгер келесі қадамды жас педагогтің өзінен сұрайды.' },
    { asks: 'Сөз бен оның мақсатын сәйкестендіріңіз.', pairs: [['Не байқадыңыз?', 'бақылауды бөлу'], ['Не қиын болды?', 'қиындықты атау'], ['Енді не істейсіз?', 'қадамды таңдау']] },
    { asks: 'Кері байланысты қабылдауға не көмектеседі?', right: ['нақты мысал', 'рұқсат сұрау'], other: ['басқа мұғаліммен салыстыру'] },
    { asks: 'Кездесу екінші рет өтпей қалды. Неден бастаған дұрыс?', right: ['не кедергі болғанын сұрау'], other: ['директорға хабарлау', 'күтіп отыра беру'] },
    { asks: 'Тыңдап болған соң айтылғанды өз сөзіңмен қайталау бір сөзбен қалай аталады?', right: ['парафраз'] },
    { asks: 'Жұп аптасына бір рет, қырық минуттан кездессе, төрт аптада неше минут болады?', right: ['160'] },
  ],
  ru: [
    { asks: 'Молодой коллега пришёл со словами «всё было плохо». Что вы сделаете в первые пять минут?' },
    { asks: 'В завершающей беседе наставник спрашивает о следующем шаге самого молодого педагога.' },
    { asks: 'Соотнесите вопрос и его цель.', pairs: [['Что вы заметили?', 'разделить наблюдение'], ['Что было трудно?', 'назвать трудность'], ['Что сделаете теперь?', 'выбрать шаг']] },
    { asks: 'Что помогает принять обратную связь?', right: ['конкретный пример', 'вопрос о согласии выслушать'], other: ['сравнение с другим учителем'] },
    { asks: 'Встреча второй раз не состоялась. С чего правильнее начать?', right: ['спросить, что помешало'], other: ['сообщить директору', 'подождать ещё'] },
    { asks: 'Как одним словом называется пересказ услышанного своими словами?', right: ['парафраз'] },
    { asks: 'Пара встречается раз в неделю по сорок минут. Сколько минут выйдет за четыре недели?', right: ['160'] },
  ],
  en: [
    { asks: 'A young colleague comes and says “it all went badly”. What do you do in the first five minutes?' },
    { asks: 'In a closing talk the mentor asks the new teacher to name the next step.' },
    { asks: 'Match each question with its purpose.', pairs: [['What did you notice?', 'share what was seen'], ['What was difficult?', 'name the difficulty'], ['What will you do now?', 'choose a step']] },
    { asks: 'What helps feedback to be accepted?', right: ['a concrete example', 'asking whether they want to hear it'], other: ['a comparison with another teacher'] },
    { asks: 'A meeting has fallen through for the second time. Where is it best to begin?', right: ['ask what got in the way'], other: ['tell the head', 'wait a little longer'] },
    { asks: 'What is it called, in one word, to say again in your own words what you have heard?', right: ['paraphrase'] },
    { asks: 'A pair meets once a week for forty minutes. How many minutes are that in four weeks?', right: ['160'] },
  ],
};

/** What stands in the braces of a question. */
const BRACES = {
  essay: () => '',
  truth: () => 'TRUE',
  matching: ({ pairs }) => pairs.map(([stem, answer]) => `\n=${stem} -> ${answer}`).join(''),
  several: ({ right, other }) => [...right.map((text) => `\n~%${100 / right.length}%${text}`), ...other.map((text) => `\n~%-100%${text}`)].join(''),
  one: ({ right, other }) => [`\n=${right[0]}`, ...other.map((text) => `\n~${text}`)].join(''),
  line: ({ right }) => `\n=${right[0]}`,
  number: ({ right }) => `#${right[0]}:0`,
};

/** The questions in a language as a file. */
export const gift = (language) =>
  [`$CATEGORY: ${TOPIC}`, ...WORDS[language].map((words, at) => `::own-${KINDS[at]}::${words.asks}{${BRACES[KINDS[at]](words)}}`)].join('\n\n');

/** Brings them into the bank, language by language: each looked at first. */
export async function bring(coordinator) {
  for (const language of Object.keys(WORDS)) {
    await coordinator.open('/questions/import');
    const form = 'form[action="/questions/import"]';
    await coordinator.page.selectOption(`${form} [name=lang]`, language);
    await coordinator.page.fill(`${form} [name=pasted]`, gift(language));
    await coordinator.submit(form, 'button[value=look]');
    await coordinator.submit(form, 'button[value=take]');
  }
}

/** How each is answered on the page, rightly or not. An essay is always written: somebody marks it. */
const ANSWERS = {
  essay: (form) => form.locator('[name=answer]').fill('Тыңдаймын, содан кейін бір нәрсе сұраймын.'),
  truth: (form, _, well) => form.locator(`label:has([name=answer][value="${well}"])`).click(),
  matching: async (form, { pairs }, well) => {
    for (const [at, [stem]] of pairs.entries()) {
      const [, answer] = pairs[well ? at : (at + 1) % pairs.length];
      await form.getByLabel(stem).selectOption({ label: answer });
    }
  },
  several: async (form, { right, other }, well) => {
    for (const text of well ? right : other) await option(form, text).click();
  },
  one: (form, { right, other }, well) => option(form, (well ? right : other)[0]).click(),
  line: (form, { right }, well) => form.locator('[name=answer]').fill(well ? right[0] : '–'),
  number: (form, { right }, well) => form.locator('[name=answer]').fill(well ? right[0] : '1'),
};

const option = (form, text) => form.locator('label:has([name=answer])', { hasText: text });

/**
 * Answers the question that is open; gives what stands there then.
 * @param {string} language that of the paper
 * @param {number} known so many of all the candidate answers rightly, counted in the order of the bank
 */
export async function fillIn(visitor, language, known) {
  const form = visitor.page.locator('form[data-autosave]');
  const text = await form.textContent();
  const at = WORDS[language].findIndex(({ asks }) => text.includes(asks));
  if (at < 0) throw new Error(`a question that is not in ${language}: ${text.slice(0, 200)}`);
  await ANSWERS[KINDS[at]](form, WORDS[language][at], at < known);
  return given(visitor);
}

/** What is answered to the question that is open, as its form would send it. */
export const given = (visitor) =>
  visitor.page.locator('form[data-autosave]').evaluate((form) => [...new FormData(form)].filter(([name]) => name.startsWith('answer')));
