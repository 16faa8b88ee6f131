package dev.athena.server.tools;

/** What a model is told of the memory before it calls anything, the most useful first. */
final class Instructions {
  static final String TEXT =
      """
      Athena is a memory that lasts across sessions.

      - Before a task, recall what is known: recall(query="How do we deploy?"). Ask as you would \
      ask a person; time_range="7d" or kinds=["episodic"] narrow it. Nothing found means nothing \
      is known: an answer is never padded. Scores from 0 to 1 compare between calls.
      - When you learn something that will matter later, remember it, one thing a call, in words \
      that stand on their own: remember(content="The API tests need Redis on port 6380."). kind: \
      semantic (true, the default), episodic (it happened), procedural (how it is done; give \
      metadata.name). The same memory twice is stored once, so when in doubt, remember.
      - What changes over time gets a key: metadata={"key": "build.jdk"}. A newer fact with that \
      key supersedes the older one; recall gives the one that holds.
      - Events of one piece of work share metadata.session_id and so help each other to be found; \
      metadata.outcome says how it ended.
      - What takes more than two calls, or reads many memories, is a program: \
      execute_code(code="from athena import memory\\nlen([e for e in \
      memory.recall_episodic('7d', limit=100) if e.outcome == 'failure'])"). Only its result and \
      output come back. Python or JavaScript; /athena/api in the sandbox has the API as files.
      - What was remembered is found by the very next call. Do not store secrets.

      Every operation can be called as a tool, listed or not: discover_apis(query="forget") finds \
      it, get_api_docs(name="forget") says how. remember_many stores thousands at once, \
      get_memory reads one with its history, update_memory changes it, forget removes it for \
      good. Of two names that are alike, memory.recall is the operation, recall the tool.

      A failed call says {code, message, hint}; the hint says what to do.\
      """;

  private Instructions() {}
}
