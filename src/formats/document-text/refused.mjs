/** A document that is not read, with the code of its problem (problems.ts). */
export class Refused extends Error {
  constructor(code) {
    super(code);
    this.code = code;
  }
}
