import { useFetcher, useLocation } from '@remix-run/react'
import { useEffect, useState } from 'react'
import type { DryRun } from '~/domain/pathways/dry-run.server'
import { Button } from '~/ui/button'
import { attentionInWords, outcomeInWords } from './dry-run-words'
import { RULE_FORM } from './rule-form-id'
import type { RuleValues } from './rule-values'

const PAUSE = 500

/**
 * How many people the rule would be for as it is typed, half a second after the last change.
 *
 * @param values the rule that the page was opened with
 * @param isTried whether the page says already who it would be
 */
export function useLiveCount(values: RuleValues, isTried: boolean) {
  const { pathname } = useLocation()
  const { load, data, state } = useFetcher<{ run: DryRun | null }>()
  const [changed, setChanged] = useState<RuleValues | null>(null)
  useEffect(() => {
    const form = document.getElementById(RULE_FORM)
    if (!(form instanceof HTMLFormElement)) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const ask = () => {
      clearTimeout(timer)
      timer = setTimeout(() => load(`${pathname}?${addressOf(form)}`), PAUSE)
    }
    const change = () => {
      setChanged(values)
      ask()
    }
    if (!isTried) ask()
    form.addEventListener('input', change)
    return () => {
      clearTimeout(timer)
      form.removeEventListener('input', change)
    }
  }, [load, pathname, values, isTried])
  return {
    /** Something was typed since the page was opened. */
    isChanged: changed === values,
    run: data?.run ?? null,
    isWrong: data !== undefined && data.run === null,
    isCounting: state !== 'idle',
  }
}

const addressOf = (form: HTMLFormElement) =>
  new URLSearchParams(
    [...new FormData(form)].flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  )

/** The count beside the form, until somebody asks for the names. */
export function LiveCount(props: { live: ReturnType<typeof useLiveCount>; isOffer: boolean }) {
  const { live, isOffer } = props
  return (
    <section
      aria-live="polite"
      aria-busy={live.isCounting}
      className="rounded-card border border-line bg-card p-6 lg:sticky lg:top-6"
    >
      <h2 className="font-serif text-xl font-semibold">
        {live.run ? outcomeInWords(live.run.counts, isOffer) : 'Who it would be'}
      </h2>
      <p className="mt-1 mb-4 max-w-line text-ink-quiet">{sentence(live)}</p>
      <Button form={RULE_FORM}>See their names</Button>
    </section>
  )
}

function sentence({ run, isWrong }: ReturnType<typeof useLiveCount>) {
  if (run) return `Nothing has happened yet. ${attentionInWords(run.counts)}`
  if (isWrong) return 'As soon as the rule is complete, how many people it would be stands here.'
  return 'Say to whom. Before anything happens, everybody it would be stands here by name.'
}
