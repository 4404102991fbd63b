#ifndef RINGBUOY_CPOSTGRES_SHIM_H
#define RINGBUOY_CPOSTGRES_SHIM_H

#include <libpq-fe.h>

/* Its default writes to standard error, over the console. */
static void ringbuoy_pg_silent(void *context, const PGresult *notice) { (void)context; (void)notice; }
static inline void ringbuoy_pg_silence(PGconn *connection) {
    PQsetNoticeReceiver(connection, ringbuoy_pg_silent, NULL);
}

#endif
