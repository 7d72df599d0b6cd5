import { AutoRefresh } from '../../../ui/auto-refresh';
import { SubmitButton } from '../../../ui/form/submit-button';
import { Moment } from '../../../ui/moment';
import { Notice } from '../../../ui/notice';
import { cancelLinkRun, resumeLinkRun, startLinkRun } from '../actions';
import type { LinksPage } from '../loaders';
import type { LinkRun } from '../schema';

const PROBLEM: Readonly<Record<string, string>> = {
  running: 'Links are being checked already. One run at a time, so that no server is asked twice as often.',
  gone: 'That run cannot be gone on with: it is done, or another has begun.',
};

/** The run that is under way or was last, and the ways to begin one, to stop it and to go on with it. */
export function RunPanel({ page, problem }: { page: LinksPage; problem: string | undefined }) {
  const { run, due, all } = page;
  const isRunning = run?.state === 'running';
  return (
    <section aria-labelledby="run" className="link-run">
      <h2 id="run">Check</h2>
      {problem !== undefined && Object.hasOwn(PROBLEM, problem) ? (
        <Notice title="Nothing was begun" warn>
          <p>{PROBLEM[problem]}</p>
        </Notice>
      ) : null}
      {run === null ? <p className="unknown">No link has been checked yet.</p> : <RunState run={run} />}
      {isRunning ? (
        <AutoRefresh seconds={3} />
      ) : (
        <div className="form-buttons">
          <StartButton
            scope="due"
            disabled={due === 0}
            label={due === 0 ? 'No link is due' : `Check ${due === 1 ? '1 link that is' : `${due} links that are`} due`}
          />
          <StartButton scope="all" quiet label={`Check all ${all} links`} />
        </div>
      )}
      <p className="meta">
        Due is what was not checked for seven days. Servers are asked politely: one request at a time each, two seconds
        apart. A link counts as broken only after it failed on two days.
      </p>
    </section>
  );
}

function StartButton({ scope, label, quiet, disabled }: StartButtonProps) {
  return (
    <form action={startLinkRun}>
      <input type="hidden" name="scope" value={scope} />
      <SubmitButton look={quiet ? 'quiet' : 'main'} disabled={disabled}>
        {label}
      </SubmitButton>
    </form>
  );
}

type StartButtonProps = { scope: 'due' | 'all'; label: string; quiet?: boolean; disabled?: boolean };

function RunState({ run }: { run: LinkRun }) {
  const canGoOn = run.state === 'cancelled' || run.state === 'interrupted' || run.state === 'network-away';
  return (
    <div className={`notice ${run.state === 'network-away' || run.state === 'interrupted' ? 'notice-warn' : ''}`}>
      <p className="notice-title">{titleOf(run)}</p>
      {run.state === 'network-away' ? (
        <p>
          Nobody answered, not even addresses that always do. Nothing was recorded as dead. Look at the connection of
          this server, and go on.
        </p>
      ) : null}
      {run.state === 'interrupted' ? <p>The process that worked on it is gone. What it checked is kept.</p> : null}
      {run.state === 'done' ? null : (
        <p>
          <label>
            {run.done} of {run.total} links{' '}
            <progress max={Math.max(1, run.total)} value={run.done}>
              {run.done} of {run.total}
            </progress>
          </label>
        </p>
      )}
      <p className="meta">
        Run {run.id}, begun by {run.startedByName} on <Moment at={run.startedAt} />
        {run.endedAt === null ? null : (
          <>
            , ended <Moment at={run.endedAt} />
          </>
        )}
      </p>
      {run.state === 'running' && !run.isCancelAsked ? (
        <RunButton run={run} action={cancelLinkRun} label="Stop" />
      ) : canGoOn ? (
        <RunButton run={run} action={resumeLinkRun} label="Go on" />
      ) : null}
    </div>
  );
}

function RunButton({ run, action, label }: { run: LinkRun; action: (form: FormData) => Promise<void>; label: string }) {
  return (
    <form action={action} className="form-buttons">
      <input type="hidden" name="run" value={run.id} />
      <SubmitButton look="quiet">{label}</SubmitButton>
      {run.state === 'running' ? (
        <a href="/desk/links" className="meta">
          Look again
        </a>
      ) : null}
    </form>
  );
}

function titleOf({ state, isCancelAsked, done, scope }: LinkRun): string {
  if (state === 'running') return isCancelAsked ? 'Being stopped …' : 'Links are being checked';
  if (state === 'cancelled') return 'The last run was stopped';
  if (state === 'interrupted') return 'The last run was interrupted';
  if (state === 'network-away') return 'The network seems to be away';
  const what = scope === 'all' ? 'all of them' : scope === 'due' ? 'those that were due' : 'one of them';
  return `The last run checked ${done === 1 ? '1 link' : `${done} links`}: ${what}`;
}
