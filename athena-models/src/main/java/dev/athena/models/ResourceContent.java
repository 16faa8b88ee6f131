package dev.athena.models;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/**
 * A resource of the class path and what tells its content from another's.
 *
 * @param bytes its size
 * @param crc its CRC-32, which a jar knows without reading the resource
 */
record ResourceContent(String name, URL url, long bytes, long crc) {

  /**
   * Finds a resource.
   *
   * @throws FileNotFoundException if it is not on the class path
   */
  static ResourceContent of(String name) throws IOException {
    URL url = ResourceContent.class.getClassLoader().getResource(name);
    if (url == null) {
      throw new FileNotFoundException(name + " is not on the class path");
    }
    URLConnection connection = url.openConnection();
    connection.setUseCaches(false);
    return connection instanceof JarURLConnection inJar
        ? ofEntry(name, inJar)
        : ofStream(name, connection);
  }

  private static ResourceContent ofEntry(String name, JarURLConnection connection)
      throws IOException {
    try (JarFile jar = connection.getJarFile()) {
      JarEntry entry = jar.getJarEntry(connection.getEntryName());
      return new ResourceContent(name, connection.getURL(), entry.getSize(), entry.getCrc());
    }
  }

  private static ResourceContent ofStream(String name, URLConnection connection)
      throws IOException {
    CRC32 crc = new CRC32();
    try (CheckedInputStream in = new CheckedInputStream(connection.getInputStream(), crc)) {
      long bytes = in.transferTo(OutputStream.nullOutputStream());
      return new ResourceContent(name, connection.getURL(), bytes, crc.getValue());
    }
  }

  /** Returns a name for the content, fit for a file name. */
  String fingerprint() {
    return Long.toHexString(crc) + "-" + bytes;
  }

  /** Returns the last part of the resource's name. */
  String fileName() {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  /** Opens the content; the caller closes it. */
  InputStream open() throws IOException {
    URLConnection connection = url.openConnection();
    connection.setUseCaches(false);
    return connection.getInputStream();
  }
}
