package dev.laurel.serving.board;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One record of the topic rank-changes: how the top of a board became what it is.
 *
 * @param previousVersion the version the changes apply to; empty where they hold the whole top
 * @param asOf event time up to which the board is complete; empty before the first watermark
 * @param total players on the board
 * @param size entries of the top after the change
 * @param changes entries that are new or changed
 * @param removed players who left the top
 */
public record RankChange(
    BoardKey board,
    long version,
    Optional<Long> previousVersion,
    Instant publishedAt,
    Optional<Instant> asOf,
    long total,
    int size,
    List<Entry> changes,
    List<String> removed) {}
