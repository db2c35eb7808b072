/** A recording of this length has beats enough: to ask for more is no advice. */
export const LONG_ENOUGH_S = 10

/** What holds for every answer, whatever was measured. */
export const limits = {
  always: [
    'The network compares sounds. It does not know what causes them.',
    'It learned from a few research collections. Phones, other devices and other places on the chest sound different.',
    'Soft murmurs, extra sounds and much else can be missed, and noise can be taken for them.'
  ]
}

/** What to do next that holds for every answer: none of it depends on which answer it was. */
export const nextSteps = {
  symptoms:
    'With chest pain, breathlessness, fainting or a racing heart, talk to a health professional, whatever is shown here.',
  again: 'Record again at another time and another place on the chest, and compare: one recording is one sample.',
  listen: 'Listen at half speed along the picture and compare with the samples.'
}
