/** Words that people reach for first when a password has to be long. */
const FIRST_WORDS =
  `password passwort passphrase passcode parola secret private welcome hello letmein login signin
  access admin administrator root user username guest default master superuser computer internet
  change changeme qwerty qwertz azerty asdf zxcvbn abc abcd abcde iloveyou love lovely loveme trustno
  monkey dragon shadow sunshine princess football baseball basketball soccer hockey superman batman
  spiderman starwars pokemon michael jennifer jordan charlie ashley daniel andrew joshua matthew
  hunter ranger buster killer cookie cheese chocolate banana summer winter spring autumn fall
  january february march april may june july august september october november december monday
  tuesday wednesday thursday friday saturday sunday school teacher teachers student students
  education learning district principal classroom homework chromebook google apple windows
  microsoft office america usa freedom whatever nothing forever family friends jesus heaven blessed
  new old my the is this not for you me and your our one two three four five six seven eight nine ten
  test testing tester temp temporary sample example demo only cairn please enter open now ok
  first last good great best happy super`.split(/\s+/)

/** Phrases that are long and well known, as they stand in lists of leaked passwords. */
const KNOWN_PHRASES =
  `correcthorsebatterystaple thequickbrownfoxjumpsoverthelazydog thequickbrownfox tobeornottobe
  tobeornottobethatisthequestion maytheforcebewithyou maytheforcebewithus onceuponatime
  alliwantforchristmasisyou ihaveadream iloveyousomuch ilovemyfamily ilovemychildren ilovemyhusband
  ilovemywife ilovemykids ilovemydog ilovemycat iloveyouforever iloveyoubaby ilikebigbutts
  rollingstones manchesterunited liverpoolfootballclub chelseafootballclub dallascowboys
  newenglandpatriots bostonredsox newyorkyankees neversaynever neverforget livelaughlove
  livelovelaugh godisgood godislove jesusismylord jesuslovesme inthebeginning ourfatherwhoartinheaven
  forgodsolovedtheworld thelordismyshepherd whatwouldjesusdo supercalifragilisticexpialidocious
  harrypotter hakunamatata itsasecret idontknow idontcare dontforgetthis iforgotmypassword
  thisismypassword thisisapassword thisisasecret mypasswordispassword nopasswordneeded
  incorrectpassword yourpasswordhere enterpasswordhere pleaseletmein opensesame
  lifeisbeautiful carpediem wethepeople fourscoreandsevenyearsago onesmallstepforman
  theanswerisfortytwo winteriscoming youshallnotpass mynameisearl twinkletwinklelittlestar
  maryhadalittlelamb happybirthdaytoyou teachersrule ilovemystudents ilovemyjob backtoschool
  noonewillguessthis password1234567890 administratorpassword`.split(/\s+/)

/** Rows of keys; neighbors in one of them are a walk over the keyboard. */
const WALKS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'qwertzuiop',
  'azertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  ...'1qaz 2wsx 3edc 4rfv 5tgb 6yhn 7ujm 8ik 9ol'.split(' '),
]
const STEPS = new Set(
  WALKS.flatMap((walk) => [...walk].slice(1).map((letter, at) => `${walk[at]}${letter}`)),
)

const LONGEST_UNIT = 11
const FEWEST_LETTERS = 5
const LARGEST_SHARE_OF_STEPS = 0.6
const FEWEST_WORDS = 4

const longestFirst = [...new Set(FIRST_WORDS)].sort((a, b) => b.length - a.length)

/**
 * Whether a long password is one of those that are tried first: a known phrase, something short
 * repeated, a walk over the keyboard, or a few of the words everybody thinks of.
 *
 * It is a set of rules with a short list, not a list of all that has ever leaked.
 */
export function isCommon(password: string) {
  const plain = lettersOf(password)
  const read = lettersOf(asLetters(password))
  return (
    [plain, read].some(
      (text) =>
        isRepeated(text) || isWalk(text) || KNOWN_PHRASES.includes(text.replace(/\d+$/, '')),
    ) ||
    isFewWords(read) ||
    isFewWords(plain)
  )
}

/** What is left of a text without case, accents, spaces and signs. */
export const lettersOf = (text: string) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/** A text with the digits and signs that stand for letters read as these. */
const asLetters = (text: string) => text.replace(/[@4031!$57]/g, (sign) => ALIKE[sign] ?? sign)

const ALIKE: Record<string, string> = {
  '@': 'a',
  '4': 'a',
  '0': 'o',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  $: 's',
  '5': 's',
  '7': 't',
}

function isRepeated(text: string) {
  if (new Set(text).size < FEWEST_LETTERS) return true
  const longest = Math.min(LONGEST_UNIT, Math.floor(text.length / 2))
  return Array.from({ length: longest }, (_, at) => at + 1).some((unit) =>
    [...text].every((letter, at) => at < unit || letter === text[at - unit]),
  )
}

function isWalk(text: string) {
  const pairs = [...text].slice(1).map((letter, at) => `${text[at]}${letter}`)
  const steps = pairs.filter(
    (pair) => STEPS.has(pair) || STEPS.has(`${pair[1]}${pair[0]}`) || pair[0] === pair[1],
  )
  return steps.length / pairs.length >= LARGEST_SHARE_OF_STEPS
}

/** Nothing but common words and digits, and few of them. */
function isFewWords(text: string) {
  const words = text.replace(/\d+/g, ' ').split(' ').filter(Boolean)
  const counts = words.map((word) => fewestWords(word))
  return counts.reduce((sum, count) => sum + count, 0) < FEWEST_WORDS
}

/** How many common words a text is made of; infinite when it has anything else. */
function fewestWords(text: string): number {
  const fewest = [0]
  for (let end = 1; end <= text.length; end++) {
    const ways = longestFirst
      .filter((word) => text.endsWith(word, end))
      .map((word) => (fewest[end - word.length] ?? Infinity) + 1)
    fewest[end] = Math.min(Infinity, ...ways)
  }
  return fewest[text.length]!
}
