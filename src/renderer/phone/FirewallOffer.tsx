import { useState } from 'react'
import { Button } from '../controls/Button'
import { useWords } from '../use-words'

/** Offers the rule, and says what it is before it is added. */
export function FirewallOffer({ onAdd }: { onAdd: () => void }) {
  const { firewall } = useWords().phone
  const [isAsking, setIsAsking] = useState(false)
  if (!isAsking) {
    return (
      <Button className="mt-2" onClick={() => setIsAsking(true)}>
        {firewall.offer}
      </Button>
    )
  }
  const add = () => {
    setIsAsking(false)
    onAdd()
  }
  return (
    <div role="alert" className="mt-2 rounded-control border border-edge p-3">
      <p>{firewall.question}</p>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button look="primary" onClick={add}>
          {firewall.yes}
        </Button>
        <Button onClick={() => setIsAsking(false)}>{firewall.no}</Button>
      </div>
    </div>
  )
}
