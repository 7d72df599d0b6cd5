/** Runs once in each server, before the first request. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { sendLocationOnce, takeBrokenPathsLiterally } = await import('./lib/server-mends');
  sendLocationOnce();
  takeBrokenPathsLiterally();
  if (process.env.NEXT_PHASE === 'phase-production-build') return;
  const { watchRecalls } = await import('./features/releases/recall-watch-writer');
  const { recallMail } = await import('./formats/mails');
  const { sendMail } = await import('./lib/mail');
  const { publicUrl } = await import('./lib/env');
  const { keepForgetting } = await import('./features/text-checks/forgetting-writer');
  watchRecalls({ mailOf: (news) => recallMail(news, publicUrl()), send: sendMail });
  keepForgetting();
  const { checkFirstText } = await import('./features/text-checks/first-check-data');
  void checkFirstText();
}
