import { accuracy } from './en/accuracy'
import { answer } from './en/answer'
import { bundle } from './en/bundle'
import { chest } from './en/chest'
import { cycle } from './en/cycle'
import { details } from './en/details'
import { errors } from './en/errors'
import { findings } from './en/findings'
import { frame, intake, shortcuts, start } from './en/frame'
import { agreement, facts, gauge } from './en/gauge'
import { insights } from './en/insights'
import { library } from './en/library'
import { limits, nextSteps } from './en/limits'
import { model } from './en/model'
import { murmur } from './en/murmur'
import { numbers } from './en/numbers'
import { phone } from './en/phone'
import { leaveOut, picture, player } from './en/player'
import { quality } from './en/quality'
import { recorder } from './en/recorder'
import { settings } from './en/settings'
import { samples, simulator, sources } from './en/sources'
import { steps } from './en/steps'
import { stethoscope } from './en/stethoscope'
import { system } from './en/system'
import { terminal } from './en/terminal'

/** English. */
export const en = {
  numbers,
  answer,
  murmur,
  accuracy,
  quality,
  recorder,
  chest,
  findings,
  insights,
  limits,
  nextSteps,
  errors,
  steps,
  model,
  frame,
  intake,
  start,
  shortcuts,
  gauge,
  agreement,
  facts,
  player,
  cycle,
  picture,
  leaveOut,
  details,
  library,
  sources,
  samples,
  simulator,
  settings,
  stethoscope,
  system,
  bundle,
  phone,
  terminal
}
