/* Jansson made ready, before anything is read. */
#ifndef CAODIEM_JSON_H
#define CAODIEM_JSON_H

/*
 * Its hashes are seeded, which opens a file that a sandbox may soon refuse;
 * and running out of memory ends the program, as everywhere here, where Jansson
 * alone would leave out what it was told to add.
 */
void json_prepare(void);

#endif
