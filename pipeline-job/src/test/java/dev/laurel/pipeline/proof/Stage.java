package dev.laurel.pipeline.proof;

/** Where a script is played: by the oracle, or by the job's operators. */
interface Stage {

  /** Plays a whole script. */
  Shown play(Script script, Display display) throws Exception;

  /** Plays it with all boards there can be. */
  default Shown play(Script script) throws Exception {
    return play(script, Display.whole(10));
  }
}
