export const settings = {
  title: 'Settings',
  appearance: 'Appearance',
  purpose: 'What the answer is for',
  purposeHint:
    'Choose which mistake matters more to you. Recordings that were analysed before keep their answer until they are analysed again.',
  about: 'About',
  version: 'Version',
  purposeLine:
    'OPS Fusion is for learning, teaching and research with heart sounds. It is not a medical device and is not meant for care.',
  privacy: 'Recordings stay on this computer. The program needs no internet and sends nothing.'
}
