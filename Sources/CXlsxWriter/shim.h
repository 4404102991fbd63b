#ifndef RINGBUOY_CXLSXWRITER_SHIM_H
#define RINGBUOY_CXLSXWRITER_SHIM_H

#include <stdio.h>
#include <xlsxwriter.h>

/* Strict concurrency refuses C globals. */
static inline void xlsx_flush_errors(void) { fflush(stderr); }

#endif
