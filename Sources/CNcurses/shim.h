#ifndef RINGBUOY_CNCURSES_SHIM_H
#define RINGBUOY_CNCURSES_SHIM_H

/* Before curses.h, or no wide-character function is imported. */
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <locale.h>
#include <langinfo.h>
#include <signal.h>
#include <stddef.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/signalfd.h>
#include <term.h>

/* Declared by <wchar.h> for some feature macros only. */
extern int wcwidth(wchar_t character);

/* Strict concurrency refuses C globals; each has an accessor. */
static inline WINDOW *curses_stdscr(void) { return stdscr; }
static inline WINDOW *curses_curscr(void) { return curscr; }
static inline int curses_colours(void) { return COLORS; }
static inline FILE *curses_stdin(void) { return stdin; }
static inline FILE *curses_stdout(void) { return stdout; }

/* Macros with casts are not imported. */
static inline attr_t curses_bold(void) { return A_BOLD; }
static inline attr_t curses_dim(void) { return A_DIM; }
static inline attr_t curses_underline(void) { return A_UNDERLINE; }
static inline attr_t curses_reverse(void) { return A_REVERSE; }

/* A string of the terminal's description; NULL where it has none. */
static inline const char *curses_capability(const char *name) {
    const char *value = tigetstr((char *)name);
    return value == (const char *)-1 ? NULL : value;
}

/* ioctl is variadic; term.h takes the names columns and lines. 0 where the descriptor has a size. */
static inline int curses_window_size(int descriptor, int *width, int *height) {
    struct winsize size;
    if (ioctl(descriptor, TIOCGWINSZ, &size) != 0) return -1;
    *width = size.ws_col;
    *height = size.ws_row;
    return 0;
}

/* sa_handler is a macro over a union. */
static inline void curses_set_handler(struct sigaction *action, void (*handler)(int)) {
    action->sa_handler = handler;
}

#endif
