-- A process of an earlier release that still runs, or is started again, must not append what today's code has another
-- form for: it has not understood the events of today. Whatever raises a revision puts this rule in the place of itself.
-- What is stored stays as it is, and is not read through for this.
alter table event add constraint event_revision_not_superseded check (
  revision >= case name
    when 'channel.ChannelConnected' then 2
    when 'contact.ContactErased' then 2
    when 'contact.ContactMerged' then 2
    when 'contact.IdentityReleased' then 2
    when 'conversation.ConversationAbsorbed' then 2
    when 'conversation.ConversationOpened' then 2
    when 'conversation.ConversationSeparated' then 2
    when 'conversation.MessageAccepted' then 2
    when 'conversation.MessageQueued' then 3
    when 'conversation.MessageReceived' then 3
    when 'conversation.NoteAdded' then 2
    when 'conversation.PaymentReported' then 2
    when 'conversation.StatusReported' then 3
    else 0
  end
) not valid;
