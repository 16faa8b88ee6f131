package dev.athena.models;

import dev.athena.embedding.Centre;
import dev.athena.embedding.CosineRange;
import dev.athena.embedding.Embedder;
import dev.athena.embedding.EmbeddingFailure;
import dev.athena.embedding.Vector;
import dev.athena.error.InvalidArgument;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * A model that runs in this process, on the processor, without any network.
 *
 * <p>Opening it costs nothing. The first call loads the model while other callers wait; if that
 * fails the caller gets an {@link EmbeddingFailure} and the next one tries again. A text's vector
 * depends on that text alone. Closing waits for texts under way; the rest of a call, and later
 * calls, fail.
 */
public final class LocalEmbedder implements Embedder {
  /** The number of texts one call may bring. */
  public static final int PASSAGES_MAX = 256;

  /** The characters of a text that are looked at; the model itself sees fewer. */
  public static final int TEXT_CHARACTERS_MAX = 16_000;

  /**
   * Which model, and what it may use.
   *
   * @param cacheDirectory where native libraries and the model are unpacked; made for its owner
   *     alone if it is missing, and kept for later starts
   * @param model the name of a shipped model
   * @param runsMax how many passages the model reads at once, and how many questions besides
   */
  public record Options(Path cacheDirectory, String model, int runsMax) {
    /** The largest {@code runsMax}; each run has memory of its own. */
    public static final int RUNS_MAX = 16;

    /** The model that is used unless another is asked for. */
    public static final String DEFAULT_MODEL = "e5-small-v2-q";

    public Options {
      if (runsMax < 1 || runsMax > RUNS_MAX) {
        throw new InvalidArgument("runsMax is " + runsMax, "send a number from 1 to " + RUNS_MAX);
      }
    }

    /** Returns options for the default model, at most two runs at once. */
    public static Options in(Path cacheDirectory) {
      return new Options(
          cacheDirectory, DEFAULT_MODEL, Math.min(2, Runtime.getRuntime().availableProcessors()));
    }
  }

  private final ModelFiles files;
  private final Options options;

  /** One for a run; all of them to load or release the model. First come, first served. */
  private final Semaphore turns;

  /** The same for questions, which somebody waits for: they never queue behind passages. */
  private final Semaphore questionTurns;

  /** Written with all turns held. */
  private volatile @Nullable LoadedModel loaded;

  /** Read and written with all turns held. */
  private boolean closed;

  private LocalEmbedder(ModelFiles files, Options options) {
    this.files = files;
    this.options = options;
    this.turns = new Semaphore(options.runsMax(), true);
    this.questionTurns = new Semaphore(options.runsMax(), true);
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
  public CosineRange range() {
    return files.range();
  }

  @Override
  public int dimensions() {
    return files.dimensions();
  }

  @Override
  public Centre centre() {
    return files.centre();
  }

  @Override
  public boolean isReady() {
    return loaded != null;
  }

  @Override
  public Vector embedQuestion(String question) {
    return embed(prepared(files.questionPrefix(), question), questionTurns);
  }

  @Override
  public List<Vector> embedPassages(List<String> passages) {
    if (passages.size() > PASSAGES_MAX) {
      throw new InvalidArgument(
          "%,d texts in one call, the limit is %,d".formatted(passages.size(), PASSAGES_MAX),
          "send them in several calls");
    }
    List<String> texts =
        passages.stream().map(passage -> prepared(files.passagePrefix(), passage)).toList();
    return texts.size() == 1 || options.runsMax() == 1
        ? texts.stream().map(text -> embed(text, turns)).toList()
        : embedAtOnce(texts);
  }

  /** Embeds texts on as many threads as may run the model. */
  private List<Vector> embedAtOnce(List<String> texts) {
    try (ExecutorService runs = Executors.newFixedThreadPool(options.runsMax())) {
      return texts.stream()
          .map(text -> CompletableFuture.supplyAsync(() -> embed(text, turns), runs))
          .toList()
          .stream()
          .map(CompletableFuture::join)
          .toList();
    } catch (CompletionException e) {
      if (e.getCause() instanceof EmbeddingFailure failure) {
        throw failure;
      }
      throw e;
    }
  }

  private static String prepared(String prefix, String text) {
    if (text.isBlank()) {
      throw new InvalidArgument("a text to embed is blank", "send a text with words in it");
    }
    return prefix + text.substring(0, Math.min(text.length(), TEXT_CHARACTERS_MAX));
  }

  private Vector embed(String text, Semaphore turns) {
    loadOnce();
    turns.acquireUninterruptibly();
    try {
      LoadedModel model = loaded;
      if (model == null) {
        throw closedFailure();
      }
      return model.embed(text);
    } finally {
      turns.release();
    }
  }

  private void loadOnce() {
    if (loaded != null) {
      return;
    }
    takeAllTurns();
    try {
      if (closed) {
        throw closedFailure();
      }
      if (loaded == null) {
        loaded = LoadedModel.load(files, options.cacheDirectory());
      }
    } finally {
      giveAllTurns();
    }
  }

  private void takeAllTurns() {
    turns.acquireUninterruptibly(options.runsMax());
    questionTurns.acquireUninterruptibly(options.runsMax());
  }

  private void giveAllTurns() {
    questionTurns.release(options.runsMax());
    turns.release(options.runsMax());
  }

  private static EmbeddingFailure closedFailure() {
    return new EmbeddingFailure("the embedder is closed", null);
  }

  @Override
  public void close() {
    takeAllTurns();
    try {
      closed = true;
      LoadedModel model = loaded;
      loaded = null;
      if (model != null) {
        model.close();
      }
    } finally {
      giveAllTurns();
    }
  }
}
