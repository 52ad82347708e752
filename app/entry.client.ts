import { confirmButtons } from './enhance/confirm.ts'
import { focusSummary } from './enhance/focus.ts'
import { liveForms } from './enhance/live-form.ts'
import { pageActions } from './enhance/page-actions.ts'
import { pollRegions } from './enhance/poll.ts'

/** Everything here only makes pages quicker; each works without it. */
document.documentElement.classList.add('js')
liveForms()
pollRegions()
confirmButtons()
pageActions()
focusSummary()
