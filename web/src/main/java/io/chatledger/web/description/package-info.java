/**
 * The document that describes the API, made of what the code itself says: docstrings of calls, parameters and fields,
 * {@link io.chatledger.kernel.account.Allowed}, {@link io.chatledger.kernel.problem.Refuses} with {@code
 * api/problems}, the bounds of Bean Validation, and the examples in {@code api/examples}, which a test carries out.
 */
@org.jspecify.annotations.NullMarked
package io.chatledger.web.description;
