package dev.athena.sandbox;

/**
 * System calls that the filter speaks of, with their numbers on x86-64 and on 64-bit ARM.
 *
 * <p>The numbers are those of the kernel's tables (syscall_64.tbl, asm-generic/unistd.h). What an
 * architecture does not have is {@link #ABSENT} there.
 */
enum Syscall {
  MMAP(9, 222),
  SOCKET(41, 198),
  SOCKETPAIR(53, 199),
  CLONE(56, 220),
  FORK(57, -1),
  VFORK(58, -1),
  IOCTL(16, 29),
  CLONE3(435, 435),
  PTRACE(101, 117),
  PERSONALITY(135, 92),
  CHROOT(161, 51),
  PIVOT_ROOT(155, 41),
  MOUNT(165, 40),
  UMOUNT2(166, 39),
  SWAPON(167, 224),
  SWAPOFF(168, 225),
  REBOOT(169, 142),
  SETHOSTNAME(170, 161),
  SETDOMAINNAME(171, 162),
  IOPL(172, -1),
  IOPERM(173, -1),
  INIT_MODULE(175, 105),
  DELETE_MODULE(176, 106),
  QUOTACTL(179, 60),
  ACCT(163, 89),
  SETTIMEOFDAY(164, 170),
  ADJTIMEX(159, 171),
  CLOCK_SETTIME(227, 112),
  CLOCK_ADJTIME(305, 266),
  SYSLOG(103, 116),
  VHANGUP(153, 58),
  MODIFY_LDT(154, -1),
  USELIB(134, -1),
  ADD_KEY(248, 217),
  REQUEST_KEY(249, 218),
  KEYCTL(250, 219),
  UNSHARE(272, 97),
  SETNS(308, 268),
  KEXEC_LOAD(246, 104),
  KEXEC_FILE_LOAD(320, 294),
  FINIT_MODULE(313, 273),
  NAME_TO_HANDLE_AT(303, 264),
  OPEN_BY_HANDLE_AT(304, 265),
  PERF_EVENT_OPEN(298, 241),
  FANOTIFY_INIT(300, 262),
  FANOTIFY_MARK(301, 263),
  PROCESS_VM_READV(310, 270),
  PROCESS_VM_WRITEV(311, 271),
  KCMP(312, 272),
  BPF(321, 280),
  USERFAULTFD(323, 282),
  SECCOMP(317, 277),
  MEMFD_CREATE(319, 279),
  IO_URING_SETUP(425, 425),
  IO_URING_ENTER(426, 426),
  IO_URING_REGISTER(427, 427),
  OPEN_TREE(428, 428),
  MOVE_MOUNT(429, 429),
  FSOPEN(430, 430),
  FSCONFIG(431, 431),
  FSMOUNT(432, 432),
  FSPICK(433, 433),
  PIDFD_OPEN(434, 434),
  PIDFD_GETFD(438, 438),
  PROCESS_MADVISE(440, 440),
  MOUNT_SETATTR(442, 442),
  QUOTACTL_FD(443, 443),
  MEMFD_SECRET(447, 447),
  MSGGET(68, 186),
  SEMGET(64, 190),
  SHMGET(29, 194),
  MQ_OPEN(240, 180);

  /** The number of a call that an architecture does not have. */
  static final int ABSENT = -1;

  private final int onX86;
  private final int onArm;

  Syscall(int onX86, int onArm) {
    this.onX86 = onX86;
    this.onArm = onArm;
  }

  int number(Architecture architecture) {
    return architecture == Architecture.X86_64 ? onX86 : onArm;
  }

  /** A processor that the filter can be made for. */
  enum Architecture {
    X86_64(0xC000003E),
    ARM_64(0xC00000B7);

    private final int audit;

    Architecture(int audit) {
      this.audit = audit;
    }

    /** Returns what the kernel calls it in the data of a filter. */
    int audit() {
      return audit;
    }
  }
}
