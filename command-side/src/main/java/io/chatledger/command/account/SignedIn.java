package io.chatledger.command.account;

import io.chatledger.command.account.session.KnownSession;

/** What somebody who has just signed in is answered, and the session that it is about. */
record SignedIn(Session answer, KnownSession session) {}
