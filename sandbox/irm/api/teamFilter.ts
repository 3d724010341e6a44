import { json, serverErrorPage } from '../http/answers';
import { teams } from '../organization';

/**
 * What becomes of a query by `team_id` where integrations and escalation chains are listed: the real engine falls over
 * on every valid value, which is kept because clients meet it. Undefined without such a query.
 */
export function answerOfTeamFilter({ searchParams }: URL, allow: string): Response | undefined {
  const team = searchParams.get('team_id');
  if (team === null) {
    return undefined;
  }
  return team === 'null' || teams.some(({ id }) => id === team) ? serverErrorPage() : invalidTeam(allow);
}

export function invalidTeam(allow: string): Response {
  const message = 'Select a valid choice. That choice is not one of the available choices.';
  return json({ team_id: [message] }, { status: 400, allow });
}
