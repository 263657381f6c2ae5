#define _GNU_SOURCE
#include "CProgram.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__x86_64__)
#define OWN_ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define OWN_ARCHITECTURE AUDIT_ARCH_AARCH64
#else
#error "the architecture's number for seccomp is not known here"
#endif

// From vfork to exec the child borrows the memory of the thread that started it, which waits: it makes plain calls to the
// system and changes nothing but its own variables. A fork would copy the page tables of a large program each time.

static int limit(int resource, unsigned long long most) {
    struct rlimit both = {most, most};
    return most == 0 ? 0 : setrlimit(resource, &both);
}

// Refuses sockets, and the queue of requests that could open one unseen. Calls of another architecture end the program.
static int refuse_network(void) {
    struct sock_filter filter[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, OWN_ARCHITECTURE, 1, 0),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
#if defined(__x86_64__)
        // The second numbering of the same calls.
        BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 3, 0),
#endif
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_socket, 2, 0),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_io_uring_setup, 1, 0),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EACCES),
    };
    struct sock_fprog program = {sizeof filter / sizeof filter[0], filter};
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return -1;
    return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0);
}

// Handlers of the parent must not run in its memory: all signals are blocked until here.
static void forget_handlers(void) {
    struct sigaction standard = {.sa_handler = SIG_DFL};
    for (int number = 1; number < NSIG; number++) sigaction(number, &standard, NULL);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
}

__attribute__((noinline, noreturn)) static void become(const char *path, const char *const *arguments,
                                                       const char *const *environment, const int *from,
                                                       struct program_limits limits) {
    setpgid(0, 0);
    prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
    // Out of the way first, so that none is overwritten before it is copied.
    int aside[3];
    for (int number = 0; number < 3; number++) {
        aside[number] = fcntl(from[number], F_DUPFD, 10);
        if (aside[number] < 0) _exit(program_not_confined);
    }
    for (int number = 0; number < 3; number++) {
        if (dup2(aside[number], number) < 0) _exit(program_not_confined);
    }
    if (syscall(__NR_close_range, 3u, ~0u, 0u) != 0) {
        for (int number = 3; number < 65536; number++) close(number);
    }
    if (refuse_network() != 0) _exit(program_not_confined);
    forget_handlers();
    // Last: the borrowed memory may be more than the limit, and from here on none is asked for.
    if (limit(RLIMIT_CPU, limits.processor_seconds) || limit(RLIMIT_AS, limits.memory_bytes)
        || limit(RLIMIT_FSIZE, limits.file_bytes) || limit(RLIMIT_NOFILE, 256)) _exit(program_not_confined);
    struct rlimit none = {0, 0};
    setrlimit(RLIMIT_CORE, &none);
    execve(path, (char *const *)arguments, (char *const *)environment);
    _exit(program_not_there);
}

int program_start(const char *path, const char *const *arguments, const char *const *environment, int input,
                  int output, int errors, struct program_limits limits) {
    int from[3] = {input, output, errors};
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    pid_t number = vfork();
    if (number == 0) become(path, arguments, environment, from, limits);
    int failure = errno;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    if (number < 0) return -failure;
    // Both sides do this, so that neither can be late.
    setpgid(number, number);
    return number;
}

int program_pipe(int *ends) { return pipe2(ends, O_CLOEXEC) == 0 ? 0 : -errno; }

int program_watch(int number) { return (int)syscall(SYS_pidfd_open, number, 0); }
