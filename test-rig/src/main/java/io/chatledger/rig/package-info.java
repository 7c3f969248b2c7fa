/** What the tests of several rooms, and the lab, are built with. */
package io.chatledger.rig;
