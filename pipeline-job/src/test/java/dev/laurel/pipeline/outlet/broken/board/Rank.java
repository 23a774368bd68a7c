package dev.laurel.pipeline.outlet.broken.board;

import dev.laurel.pipeline.outlet.broken.Root;
import dev.laurel.pipeline.outlet.broken.ledger.Book;
import dev.laurel.pipeline.outlet.broken.outlet.Shelf;
import java.sql.Connection;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** An operator that knows the root, an outlet, a database and a feature that knows it. */
public final class Rank extends ProcessFunction<Book, Shelf> {
  private static final long serialVersionUID = 1L;

  private transient Connection connection;

  @Override
  public void processElement(Book book, Context context, Collector<Shelf> out) {
    if (connection == null) {
      out.collect(new Shelf(book.title() + Root.topSize()));
    }
  }
}
