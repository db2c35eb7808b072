// Runs inside the page, before its own scripts; `wantedMarks` was set by the script before this one.
{
  const marks = {}
  const now = () => performance.timeOrigin + performance.now()
  const look = () => {
    for (const [name, selector] of Object.entries(window.wantedMarks)) {
      const key = name.replace('*', location.hash)
      if (marks[key] === undefined && document.querySelector(selector)) marks[key] = now()
    }
  }
  window.marks = marks
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true })
  addEventListener(
    'click',
    ({ target }) => {
      const button = target instanceof Element ? target.closest('button') : null
      if (button?.dataset.state === 'running') marks.stopped = now()
    },
    { capture: true }
  )
}
