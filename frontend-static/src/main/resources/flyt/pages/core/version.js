/** The version of these pages, which a screen tells when it starts; that of the build. */
export const VERSION = '0.1.0';
