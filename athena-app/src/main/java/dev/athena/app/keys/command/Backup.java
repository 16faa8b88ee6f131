package dev.athena.app.keys.command;

import dev.athena.crypto.Share;
import dev.athena.error.InvalidArgument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** A folder with the shares of the master key and a copy of the keychain. */
record Backup(Path folder) {
  /**
   * Writes it and returns the files.
   *
   * @throws InvalidArgument if one of them is there already, or cannot be written
   */
  List<Path> write(List<Share> shares, Path keychain) {
    List<Path> files = new ArrayList<>();
    try {
      Files.createDirectories(folder);
      for (Share share : shares) {
        Path file = folder.resolve("share-%s-%d.txt".formatted(share.set(), share.number()));
        files.add(write(file, String.join("\n", share.lines()) + "\n"));
      }
      Path copy = folder.resolve("keychain-%s.json".formatted(shares.getFirst().set()));
      files.add(write(copy, Files.readString(keychain)));
      return files;
    } catch (IOException e) {
      throw new InvalidArgument(
          "the backup cannot be written to " + folder,
          "name a folder that can be written: " + e.getMessage(),
          e);
    }
  }

  private static Path write(Path file, String text) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } else {
      Files.createFile(file);
    }
    Files.write(
        file,
        text.getBytes(StandardCharsets.UTF_8),
        StandardOpenOption.WRITE,
        StandardOpenOption.SYNC);
    return file;
  }
}
