import { sha1 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

// In one file: imported from two that are loaded apart, they bring parts of the library along that nothing uses.

/** SHA-256 of a text in UTF-8, in hexadecimal. */
export const sha256Of = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/** SHA-1 of a text in UTF-8, in hexadecimal. */
export const sha1Of = (text: string): string => bytesToHex(sha1(utf8ToBytes(text)));
