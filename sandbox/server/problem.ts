/** Something the person who starts the sandbox can mend; its message is the whole of what is shown. */
export class SandboxProblem extends Error {
  override readonly name = 'SandboxProblem';
}
