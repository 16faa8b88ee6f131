package dev.athena.app.transfer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.DeflaterOutputStream;

/** A Git repository written object by object, so that a test needs no Git. */
public final class HandMadeRepository {
  private final Path git;
  private String tip = "";

  /** Makes an empty repository in {@code folder}. */
  public HandMadeRepository(Path folder) throws IOException {
    this.git = folder.resolve(".git");
    Files.createDirectories(git.resolve("objects"));
    Files.createDirectories(git.resolve("refs/heads"));
    Files.writeString(git.resolve("HEAD"), "ref: refs/heads/main\n");
    Files.writeString(git.resolve("config"), "[core]\n\trepositoryformatversion = 0\n");
  }

  /** Adds a commit to the branch main in which {@code file} is all there is. */
  public String commit(String message, long second, String file, String content)
      throws IOException {
    byte[] blob = HexFormat.of().parseHex(object("blob", content.getBytes(StandardCharsets.UTF_8)));
    ByteArrayOutputStream tree = new ByteArrayOutputStream();
    tree.write(("100644 " + file + "\0").getBytes(StandardCharsets.UTF_8));
    tree.write(blob);
    String parent = tip.isEmpty() ? "" : "parent " + tip + "\n";
    String who = "Ada Lovelace <ada@example.org> " + second + " +0000\n";
    String text =
        "tree "
            + object("tree", tree.toByteArray())
            + "\n"
            + parent
            + "author "
            + who
            + "committer "
            + who
            + "\n"
            + message
            + "\n";
    tip = object("commit", text.getBytes(StandardCharsets.UTF_8));
    Files.writeString(git.resolve("refs/heads/main"), tip + "\n");
    return tip;
  }

  private String object(String type, byte[] data) throws IOException {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.write((type + " " + data.length + "\0").getBytes(StandardCharsets.UTF_8));
    whole.write(data);
    String hash = sha1(whole.toByteArray());
    Path file = git.resolve("objects").resolve(hash.substring(0, 2)).resolve(hash.substring(2));
    Files.createDirectories(file.resolveSibling(""));
    try (DeflaterOutputStream out = new DeflaterOutputStream(Files.newOutputStream(file))) {
      out.write(whole.toByteArray());
    }
    return hash;
  }

  private static String sha1(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
