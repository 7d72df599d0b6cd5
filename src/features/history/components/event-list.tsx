import { actionText, isOwnAct } from '../../../domain/history/actions';
import type { ShownEvent } from '../loaders';
import { ChangeList } from './change-list';
import { Moment } from '../../../ui/moment';

type EventListProps = {
  events: readonly ShownEvent[];
  /** What stands below an event, for those who may do something about it. */
  below?: ((event: ShownEvent) => React.ReactNode) | undefined;
};

/** Events of one record, newest first, each with what it changed. */
export function EventList({ events, below }: EventListProps) {
  if (events.length === 0) return <p className="unknown">Nothing is recorded.</p>;
  return (
    <ol className="events">
      {events.map((event) => (
        <li key={event.position} id={`event-${event.position}`} className="event">
          <h3>{actionText(event.action)}</h3>
          <p className="meta">
            <Moment at={event.at} /> · {isOwnAct(event.action) ? event.actor : `written with an act of ${event.actor}`}{' '}
            · no. {event.position}
          </p>
          {event.summary === `${actionText(event.action)}.` ? null : <p>{event.summary}</p>}
          {event.reason === null ? null : (
            <p>
              <strong>Reason:</strong> {event.reason}
            </p>
          )}
          <ChangeList changes={event.changes} />
          <p className="meta event-hash">
            Hash <code>{event.hash}</code>
          </p>
          {below?.(event)}
        </li>
      ))}
    </ol>
  );
}
