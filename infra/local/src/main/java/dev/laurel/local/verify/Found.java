package dev.laurel.local.verify;

import java.util.List;

/** A row as a table has it: its values as texts, spelled like those of a {@link Row}. */
record Found(Key key, List<String> values) {}
