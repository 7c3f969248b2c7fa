/** The read models' tables: migrations, generated classes, and how text in them is compared. */
package io.chatledger.readmodel;
