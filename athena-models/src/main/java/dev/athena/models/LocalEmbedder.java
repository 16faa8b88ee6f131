package dev.athena.models;

import dev.athena.embedding.Embedder;
import dev.athena.embedding.EmbeddingFailure;
import dev.athena.embedding.Vector;
import dev.athena.error.InvalidArgument;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * A model that runs in this process, on the processor, without any network.
 *
 * <p>Opening it costs nothing. The first call loads the model while other callers wait; if that
 * fails each of them gets an {@link EmbeddingFailure}, and the next call tries again. Closing waits
 * for calls under way; later calls fail.
 */
public final class LocalEmbedder implements Embedder {
  /** The number of texts one call may bring. */
  public static final int PASSAGES_MAX = 1_000;

  /** The characters of a text that are looked at; the model itself sees fewer. */
  public static final int TEXT_CHARACTERS_MAX = 16_000;

  /**
   * Which model, and what it may use.
   *
   * @param cacheDirectory where native libraries and the model are unpacked; made for its owner
   *     alone if it is missing, and kept for later starts
   * @param model the name of a shipped model
   * @param threads how many threads work on one batch
   */
  public record Options(Path cacheDirectory, String model, int threads) {
    /** More threads than this do not make a small model faster. */
    public static final int THREADS_MAX = 8;

    /** The model that is used unless another is asked for. */
    public static final String DEFAULT_MODEL = "e5-small-v2-q";

    public Options {
      if (threads < 1 || threads > THREADS_MAX) {
        throw new InvalidArgument(
            "threads is " + threads, "send a number from 1 to " + THREADS_MAX);
      }
    }

    /** Returns options for the default model and this machine's processors. */
    public static Options in(Path cacheDirectory) {
      int threads = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 2);
      return new Options(cacheDirectory, DEFAULT_MODEL, threads);
    }
  }

  private final ModelFiles files;
  private final Options options;

  /** Shared while the model runs, exclusive while it is loaded or released. */
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);

  private volatile @Nullable LoadedModel loaded;
  private boolean closed;

  private LocalEmbedder(ModelFiles files, Options options) {
    this.files = files;
    this.options = options;
  }

  /**
   * Returns an embedder that loads its model when first used.
   *
   * @throws InvalidArgument if no shipped model has that name
   */
  public static LocalEmbedder open(Options options) {
    return new LocalEmbedder(ModelFiles.named(options.model()), options);
  }

  @Override
  public String model() {
    return files.name();
  }

  @Override
  public int dimensions() {
    return files.dimensions();
  }

  @Override
  public boolean isReady() {
    return loaded != null;
  }

  @Override
  public Vector embedQuestion(String question) {
    return embed(List.of(prepare(files.questionPrefix(), question))).getFirst();
  }

  @Override
  public List<Vector> embedPassages(List<String> passages) {
    if (passages.size() > PASSAGES_MAX) {
      throw new InvalidArgument(
          "%,d texts in one call, the limit is %,d".formatted(passages.size(), PASSAGES_MAX),
          "send them in several calls");
    }
    return passages.isEmpty()
        ? List.of()
        : embed(passages.stream().map(text -> prepare(files.passagePrefix(), text)).toList());
  }

  private static String prepare(String prefix, String text) {
    if (text.isBlank()) {
      throw new InvalidArgument("a text to embed is blank", "send a text with words in it");
    }
    return prefix + PlainText.of(text, TEXT_CHARACTERS_MAX);
  }

  private List<Vector> embed(List<String> texts) {
    loadOnce();
    lock.readLock().lock();
    try {
      LoadedModel model = loaded;
      if (model == null) {
        throw closedFailure();
      }
      return model.embed(texts);
    } finally {
      lock.readLock().unlock();
    }
  }

  private void loadOnce() {
    if (loaded != null) {
      return;
    }
    lock.writeLock().lock();
    try {
      if (closed) {
        throw closedFailure();
      }
      if (loaded == null) {
        loaded = LoadedModel.load(files, options);
      }
    } finally {
      lock.writeLock().unlock();
    }
  }

  private static EmbeddingFailure closedFailure() {
    return new EmbeddingFailure("the embedder is closed", null);
  }

  @Override
  public void close() {
    lock.writeLock().lock();
    try {
      closed = true;
      LoadedModel model = loaded;
      loaded = null;
      if (model != null) {
        model.close();
      }
    } finally {
      lock.writeLock().unlock();
    }
  }
}
