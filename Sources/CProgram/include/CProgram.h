#ifndef CPROGRAM_H
#define CPROGRAM_H

// What a program may take. Zero is no limit.
struct program_limits {
    unsigned long long processor_seconds;
    unsigned long long memory_bytes;
    unsigned long long file_bytes;
};

// Starts a program with nothing but three open descriptors, in a group of its own, below the limits, and unable to
// open a socket. Returns its process number, or the negative error number.
//
// A program that the system does not let be confined so ends with the status below before its own code runs.
int program_start(const char *path, const char *const *arguments, const char *const *environment, int input,
                  int output, int errors, struct program_limits limits);

// Both ends of a pipe that no other program inherits, the one to read from first; or the negative error number.
int program_pipe(int *ends);

// A descriptor that can be read once the program has ended; negative where the system has none.
int program_watch(int number);

// Statuses of a program that never ran: it could not be confined, or not be found.
enum { program_not_confined = 126, program_not_there = 127 };

#endif
