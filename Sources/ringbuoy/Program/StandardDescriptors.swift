import Glibc

/// Input, output and errors keep their three numbers, also where one was closed
/// before the program began: the next file opened would get it, and what is
/// said would be written into that.
enum StandardDescriptors {
    static func keep() {
        for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) == -1 {
            // The lowest number that is free is this one. Using it fails, as it would have.
            _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
        }
    }
}
