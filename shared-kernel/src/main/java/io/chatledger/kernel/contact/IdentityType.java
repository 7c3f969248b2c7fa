package io.chatledger.kernel.contact;

/** The kinds of identity a customer may have, named as callers see them. */
public enum IdentityType {
    /** Digits of an E.164 number, without the plus sign. */
    phone,
    /** WhatsApp's business-scoped user id, {@code CC.<up to 128 characters>}. */
    bsuid,
    /** The id of the same user for the parent business. */
    parent_bsuid,
    /** Chosen by the user and free to move to someone else; so it never identifies anybody. */
    username,
    /**
     * The id of a person at a provider which knows neither their number nor a business-scoped id, as
     * {@code <provider>/<id>}, so that two providers' ids are never the same.
     */
    provider_user
}
