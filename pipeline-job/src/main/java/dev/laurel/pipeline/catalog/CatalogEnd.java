package dev.laurel.pipeline.catalog;

import java.io.Serializable;

/** Tells where the catalog ends now. Called often, from one thread of its own, while it is open. */
public interface CatalogEnd extends Serializable {

  /** Opens a connection to wherever the catalog is. */
  Connection open();

  /** An open connection. */
  interface Connection extends AutoCloseable {

    /**
     * Offset behind the last record there is.
     *
     * @throws Exception if it cannot be told now; it is asked again
     */
    long endOffset() throws Exception;

    @Override
    void close();
  }
}
