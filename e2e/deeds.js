// What people of a school do, page by page; journeys are put together of it.

/** Reads in a list. */
export async function upload(visitor, kind, name, text) {
  await visitor.open('/rosters');
  await visitor.tick('kind', kind);
  await visitor.page.setInputFiles('[name=file]', { name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  await visitor.submit('form[action="/rosters"]');
}

/** Takes the school's people in, a line of cells for each. */
export async function takeIn(coordinator, people) {
  const columns = 'ФИО;Должность;Предмет;Категория;Стаж;Дата приёма;Эл. почта';
  await upload(coordinator, 'staff', 'staff.csv', [columns, ...people.map((cells) => cells.join(';'))].join('\n'));
  await coordinator.submit('form[action$="/apply"]');
}

/** Chooses the option that holds a name. */
export async function choose(visitor, select, name) {
  const option = visitor.page.locator(`select[name=${select}] option`, { hasText: name.split(' ').slice(0, 2).join(' ') });
  await visitor.page.selectOption(`select[name=${select}]`, await option.first().getAttribute('value'));
}

/** Moves the day of the demonstration. */
export async function travel(visitor, day) {
  await visitor.open('/');
  await visitor.page.fill('#clock-day', day);
  await visitor.page.locator('form[action="/clock"] button').click();
}

/** What the slip of a person says: each has the name first, then address, login and code. */
export function slip(slips, name) {
  const own = slips.slice(slips.indexOf(name));
  const [, login] = own.match(/(?:Логин|Sign-in name):\s*(\S+)/);
  const [code] = own.match(/\b[0-9A-Z]{4}(-[0-9A-Z]{4})+\b/);
  return { login, code };
}

/** The mentor's own card: for one who applies and for one who agrees. */
export async function writeCard(visitor) {
  await visitor.page.fill('[name=motive]', 'Алғашқы жылым есімде: сұрайтын адам керек еді.');
  await visitor.page.fill('[name=gives]', 'Сабақтың басы, сұрақ қою, БЖБ құрастыру.');
  await visitor.page.fill('[name=works]', 'Аптасына бір рет, алтыншы сабақтан кейін.');
  const kazakh = visitor.page.locator('[name=languages][value=kk]');
  if (!(await kazakh.isChecked())) await visitor.tick('languages', 'kk');
  await visitor.tick('places', '1');
  for (const box of await visitor.page.locator('[name=duty]').all()) await box.check();
  await visitor.submit('form[action="/mentors/card"]');
}

/** A newcomer writes down what they did with a mentor, and stands on its page. */
export async function work(visitor, mentor, day) {
  await visitor.open('/contacts/new');
  const whom = visitor.page.locator('select[name=with] option', { hasText: mentor });
  await visitor.page.selectOption('select[name=with]', await whom.getAttribute('value'));
  await visitor.tick('kind', 'visit_to_mentor');
  await visitor.page.fill('[name=day]', day);
  await visitor.page.fill('[name=minutes]', '45');
  await visitor.submit('form[action="/contacts/new"]');
}

/** A newcomer writes to a mentor whose card they have read. */
export async function write(visitor, mentor) {
  await visitor.open('/mentors');
  await visitor.page.getByRole('link', { name: mentor }).first().click();
  await visitor.page.locator('a[href^="/requests/new/"]').first().click();
  await visitor.page.fill('[name=text]', 'Сабағыңызға қатыстым. Сұрақ қойғаннан кейін күте білуді, сыныппен тыныш сөйлесуді сізден үйренгім келеді.');
  await visitor.page.locator('[name=goal]').first().fill('Сұрақ қою');
  await visitor.tick('rhythm', 'weekly');
  await visitor.submit('form[action^="/requests/new/"]');
}

/** A mentor answers what waits for them. */
export async function answer(visitor, newcomer, how, words = {}) {
  await visitor.open('/requests');
  const line = visitor.page.locator('#mine li', { hasText: newcomer.split(' ')[1] });
  const opens = line.locator('form button');
  await ((await opens.count()) ? opens : line.locator('a')).first().click();
  await visitor.tick('answer', how);
  for (const [name, text] of Object.entries(words)) await visitor.page.fill(`[name=${name}]`, text);
  await visitor.submit('form[action$="/answer"]');
}

/** Agrees to the pair that the order will name. */
export async function agree(visitor) {
  await visitor.open('/orders');
  await visitor.submit('form[action$="/consent"]', 'button[value=give]');
}

/** The head signs the draft that waits. */
export async function sign(head, number, on) {
  await head.open('/orders');
  await head.followBoard();
  await head.page.fill('[name=number]', number);
  await head.page.fill('[name=on]', on);
  await head.submit('form[action$="/sign"]');
}

/** Signs with the password, by which whoever signs proves who it is. */
export async function signHere(visitor, form = 'form[action$="/sign"]') {
  await visitor.page.fill(`${form} [name=secret]`, visitor.password);
  await visitor.submit(form);
}

/** The texts of the order a visitor is looking at, in Kazakh and in Russian. */
export async function bothPapers(visitor) {
  const { pathname } = new URL(visitor.page.url());
  return [await visitor.paper(`${pathname}/paper/kk`), await visitor.paper(`${pathname}/paper/ru`)];
}
