/**
 * Tests of the pages in a real Chromium, and what they need: a browser, a server of static files, a screen
 * whose WebSocket is played by the test. No hospital and no server of Flyt's belong here.
 */
@NullMarked
package flyt.pages;

import org.jspecify.annotations.NullMarked;
