import 'server-only';
import { currentActor } from '../../auth/session';

/** Whether this browser is signed in already. */
export async function isSignedIn(): Promise<boolean> {
  return (await currentActor()) !== null;
}
