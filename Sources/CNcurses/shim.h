#ifndef RINGBUOY_CNCURSES_SHIM_H
#define RINGBUOY_CNCURSES_SHIM_H

/* Before curses.h, or no wide-character function is imported. */
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <term.h>

#endif
