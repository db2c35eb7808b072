const SITES = {
  AV: { name: 'Aortic', where: 'your right of the breastbone, second gap between the ribs' },
  PV: { name: 'Pulmonary', where: 'your left of the breastbone, second gap between the ribs' },
  TV: { name: 'Tricuspid', where: 'your left of the breastbone, low, fourth or fifth gap' },
  MV: { name: 'Mitral', where: 'left side, below the nipple, where the heartbeat is felt' }
}

const POSTURES = {
  sitting: 'Sitting',
  'leaning-forward': 'Sitting, leaning forward',
  lying: 'Lying on the back',
  'left-side': 'Lying on the left side',
  standing: 'Standing'
}

/** Where on the chest, and how the person sits or lies: alike on the phone and in the window. */
export const chest = {
  site: (site: keyof typeof SITES): { name: string; where: string } => SITES[site],
  posture: (posture: keyof typeof POSTURES): string => POSTURES[posture],
  notSaid: 'Not said'
}
