/** One tenant's read models as they stood at a moment, in a schema of their own. */
package io.chatledger.projection.asof;
