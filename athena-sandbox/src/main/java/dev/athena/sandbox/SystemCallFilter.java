package dev.athena.sandbox;

import static dev.athena.sandbox.Syscall.*;

import dev.athena.sandbox.Syscall.Architecture;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * The filter of system calls that every program runs under, as the kernel takes it: a program of
 * classic BPF (see seccomp(2) and the kernel's Documentation/userspace-api/seccomp_filter.rst).
 *
 * <p>What no honest program does ends the program at once, so that the attempt is seen outside.
 * What an honest program may try (a subprocess, a socket) fails with an error that its language can
 * show.
 */
final class SystemCallFilter {
  private static final int LOAD = 0x20;
  private static final int JUMP_EQUAL = 0x15;
  private static final int JUMP_AT_LEAST = 0x35;
  private static final int JUMP_ANY_BIT = 0x45;
  private static final int AND = 0x54;
  private static final int RETURN = 0x06;

  private static final int ALLOW = 0x7FFF_0000;
  private static final int KILL = 0x8000_0000;
  private static final int REFUSE = 0x0005_0000;
  private static final int EPERM = 1;
  private static final int EACCES = 13;
  private static final int ENOSYS = 38;

  private static final int NUMBER = 0;
  private static final int ARCHITECTURE = 4;
  private static final int FIRST_ARGUMENT = 16;
  private static final int SECOND_ARGUMENT = 24;
  private static final int FOURTH_ARGUMENT = 40;

  /** Calls of the 32-bit interface of x86-64 have this bit. */
  private static final int X32_BIT = 0x4000_0000;

  private static final int AF_UNIX = 1;
  private static final int AF_INET = 2;
  private static final int AF_INET6 = 10;
  private static final int CLONE_THREAD = 0x0001_0000;
  private static final int MAP_SHARED_ANONYMOUS = 0x21;
  private static final int MAP_GROWSDOWN = 0x100;

  /** All flags of clone that make a new namespace. */
  private static final int CLONE_NEW_NAMESPACES = 0x7E02_0080;

  private static final List<Syscall> DEADLY =
      List.of(
          PTRACE,
          CHROOT,
          PIVOT_ROOT,
          MOUNT,
          UMOUNT2,
          SWAPON,
          SWAPOFF,
          REBOOT,
          SETHOSTNAME,
          SETDOMAINNAME,
          IOPL,
          IOPERM,
          INIT_MODULE,
          FINIT_MODULE,
          DELETE_MODULE,
          QUOTACTL,
          QUOTACTL_FD,
          ACCT,
          SETTIMEOFDAY,
          ADJTIMEX,
          CLOCK_SETTIME,
          CLOCK_ADJTIME,
          SYSLOG,
          VHANGUP,
          MODIFY_LDT,
          USELIB,
          ADD_KEY,
          REQUEST_KEY,
          KEYCTL,
          UNSHARE,
          SETNS,
          KEXEC_LOAD,
          KEXEC_FILE_LOAD,
          OPEN_BY_HANDLE_AT,
          PERF_EVENT_OPEN,
          FANOTIFY_INIT,
          FANOTIFY_MARK,
          PROCESS_VM_READV,
          PROCESS_VM_WRITEV,
          KCMP,
          BPF,
          USERFAULTFD,
          OPEN_TREE,
          MOVE_MOUNT,
          FSOPEN,
          FSCONFIG,
          FSMOUNT,
          FSPICK,
          PIDFD_GETFD,
          MOUNT_SETATTR,
          MEMFD_SECRET);

  /** What libraries try and do without. */
  private static final List<Syscall> MISSING =
      List.of(CLONE3, IO_URING_SETUP, IO_URING_ENTER, IO_URING_REGISTER);

  private static final List<Syscall> REFUSED =
      List.of(
          NAME_TO_HANDLE_AT,
          PERSONALITY,
          MSGGET,
          SEMGET,
          SHMGET,
          MQ_OPEN,
          PROCESS_MADVISE,
          MEMFD_CREATE);

  private final ByteArrayOutputStream program = new ByteArrayOutputStream();
  private final Architecture architecture;

  private SystemCallFilter(Architecture architecture) {
    this.architecture = architecture;
  }

  /**
   * Returns the filter for this kind of processor.
   *
   * @param processes whether the program may start others
   */
  static byte[] of(Architecture architecture, boolean processes) {
    SystemCallFilter filter = begun(architecture);
    filter.on(SOCKET, REFUSE | EACCES);
    return filter.ended(processes);
  }

  /**
   * Returns the filter for a sandbox in whose own network proxies listen: the same, with sockets of
   * the internet's two families.
   */
  static byte[] withNetwork(Architecture architecture, boolean processes) {
    SystemCallFilter filter = begun(architecture);
    filter.checkSockets();
    return filter.ended(processes);
  }

  private static SystemCallFilter begun(Architecture architecture) {
    SystemCallFilter filter = new SystemCallFilter(architecture);
    filter.checkArchitecture();
    DEADLY.forEach(call -> filter.on(call, KILL));
    MISSING.forEach(call -> filter.on(call, REFUSE | ENOSYS));
    REFUSED.forEach(call -> filter.on(call, REFUSE | EPERM));
    return filter;
  }

  private byte[] ended(boolean processes) {
    checkMemory();
    checkPairs();
    checkTerminal();
    checkProcesses(processes);
    add(RETURN, 0, 0, ALLOW);
    return program.toByteArray();
  }

  private void checkArchitecture() {
    add(LOAD, 0, 0, ARCHITECTURE);
    add(JUMP_EQUAL, 1, 0, architecture.audit());
    add(RETURN, 0, 0, KILL);
    add(LOAD, 0, 0, NUMBER);
    if (architecture == Architecture.X86_64) {
      add(JUMP_AT_LEAST, 0, 1, X32_BIT);
      add(RETURN, 0, 0, KILL);
    }
  }

  private void on(Syscall call, int answer) {
    int number = call.number(architecture);
    if (number != ABSENT) {
      add(JUMP_EQUAL, 0, 1, number);
      add(RETURN, 0, 0, answer);
    }
  }

  private void checkSockets() {
    add(JUMP_EQUAL, 0, 5, SOCKET.number(architecture));
    add(LOAD, 0, 0, FIRST_ARGUMENT);
    add(JUMP_EQUAL, 2, 0, AF_INET);
    add(JUMP_EQUAL, 1, 0, AF_INET6);
    add(RETURN, 0, 0, REFUSE | EACCES);
    add(RETURN, 0, 0, ALLOW);
  }

  /**
   * Memory that the kernel does not count as data of a process escapes its limit: what belongs to
   * no file and could be shared (as memfd_create, above, also gives it), and what grows like a
   * stack.
   */
  private void checkMemory() {
    add(JUMP_EQUAL, 0, 6, MMAP.number(architecture));
    add(LOAD, 0, 0, FOURTH_ARGUMENT);
    add(JUMP_ANY_BIT, 2, 0, MAP_GROWSDOWN);
    add(AND, 0, 0, MAP_SHARED_ANONYMOUS);
    add(JUMP_EQUAL, 0, 1, MAP_SHARED_ANONYMOUS);
    add(RETURN, 0, 0, REFUSE | EPERM);
    add(RETURN, 0, 0, ALLOW);
  }

  /** Pairs of connected sockets are how event loops wake themselves. */
  private void checkPairs() {
    add(JUMP_EQUAL, 0, 4, SOCKETPAIR.number(architecture));
    add(LOAD, 0, 0, FIRST_ARGUMENT);
    add(JUMP_EQUAL, 1, 0, AF_UNIX);
    add(RETURN, 0, 0, REFUSE | EACCES);
    add(RETURN, 0, 0, ALLOW);
  }

  /** Typing into the terminal of whoever started Athena: TIOCSTI, TIOCLINUX, TIOCSETD. */
  private void checkTerminal() {
    add(JUMP_EQUAL, 0, 6, IOCTL.number(architecture));
    add(LOAD, 0, 0, SECOND_ARGUMENT);
    add(JUMP_EQUAL, 2, 0, 0x5412);
    add(JUMP_EQUAL, 1, 0, 0x541C);
    add(JUMP_EQUAL, 0, 1, 0x5423);
    add(RETURN, 0, 0, REFUSE | EPERM);
    add(RETURN, 0, 0, ALLOW);
  }

  private void checkProcesses(boolean processes) {
    if (processes) {
      add(JUMP_EQUAL, 0, 4, CLONE.number(architecture));
      add(LOAD, 0, 0, FIRST_ARGUMENT);
      add(JUMP_ANY_BIT, 0, 1, CLONE_NEW_NAMESPACES);
      add(RETURN, 0, 0, REFUSE | EPERM);
      add(RETURN, 0, 0, ALLOW);
      return;
    }
    on(FORK, REFUSE | EPERM);
    on(VFORK, REFUSE | EPERM);
    add(JUMP_EQUAL, 0, 4, CLONE.number(architecture));
    add(LOAD, 0, 0, FIRST_ARGUMENT);
    add(JUMP_ANY_BIT, 1, 0, CLONE_THREAD);
    add(RETURN, 0, 0, REFUSE | EPERM);
    add(RETURN, 0, 0, ALLOW);
  }

  private void add(int code, int ifTrue, int ifFalse, int value) {
    ByteBuffer instruction = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    instruction.putShort((short) code).put((byte) ifTrue).put((byte) ifFalse).putInt(value);
    program.writeBytes(instruction.array());
  }
}
