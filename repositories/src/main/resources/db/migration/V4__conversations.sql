-- What the assistant talks about: the state of each dialog, the messages, and what it did.

CREATE TABLE dialog_contexts (
    id               uuid         NOT NULL DEFAULT gen_random_uuid(),
    user_id          varchar(255) NOT NULL,
    state            varchar(100),
    data             jsonb,
    messages         jsonb        NOT NULL DEFAULT '[]',
    created_at       timestamp    DEFAULT (now() AT TIME ZONE 'UTC'),
    updated_at       timestamp    DEFAULT (now() AT TIME ZONE 'UTC'),
    client_id        bigint,
    last_activity    timestamp,
    message_count    integer      NOT NULL DEFAULT 0,
    last_booking_id  uuid,
    session_type     varchar(50),
    context_metadata jsonb,
    company_id       bigint       NOT NULL REFERENCES companies (company_id),
    last_command     varchar(100),
    CONSTRAINT dialog_contexts_pkey PRIMARY KEY (company_id, id),
    CONSTRAINT dialog_contexts_user_id_key UNIQUE (company_id, user_id)
);

CREATE TRIGGER dialog_contexts_touch
    BEFORE UPDATE ON dialog_contexts
    FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

COMMENT ON TABLE dialog_contexts IS 'State of the dialog between the assistant and one user of one salon.';
COMMENT ON COLUMN dialog_contexts.id IS 'Internal identifier of the row, unique within the salon.';
COMMENT ON COLUMN dialog_contexts.user_id IS 'Phone number or messenger address of the user.';
COMMENT ON COLUMN dialog_contexts.state IS 'Step of the conversation.';
COMMENT ON COLUMN dialog_contexts.data IS 'What the conversation has gathered so far, a JSON object.';
COMMENT ON COLUMN dialog_contexts.messages IS 'The last 20 messages, oldest first, a JSON array of objects with role, content and timestamp.';
COMMENT ON COLUMN dialog_contexts.created_at IS 'When the row was created, in UTC.';
COMMENT ON COLUMN dialog_contexts.updated_at IS 'When the row was last changed, in UTC; set by the database and later with every change.';
COMMENT ON COLUMN dialog_contexts.client_id IS 'Number of the client, if known.';
COMMENT ON COLUMN dialog_contexts.last_activity IS 'When the user last wrote, in UTC.';
COMMENT ON COLUMN dialog_contexts.message_count IS 'Number of messages ever exchanged.';
COMMENT ON COLUMN dialog_contexts.last_booking_id IS 'Internal identifier of the booking last spoken of.';
COMMENT ON COLUMN dialog_contexts.session_type IS 'Kind of session, for example the channel.';
COMMENT ON COLUMN dialog_contexts.context_metadata IS 'Further facts about the dialog, a JSON object.';
COMMENT ON COLUMN dialog_contexts.company_id IS 'Number of the salon in YClients.';
COMMENT ON COLUMN dialog_contexts.last_command IS 'Command that the assistant carried out last.';

CREATE TABLE actions (
    id           uuid   NOT NULL DEFAULT gen_random_uuid(),
    company_id   bigint NOT NULL REFERENCES companies (company_id),
    client_phone varchar(50),
    action_type  varchar(100),
    action_data  jsonb,
    status       varchar(50),
    created_at   timestamp DEFAULT (now() AT TIME ZONE 'UTC'),
    executed_at  timestamp,
    CONSTRAINT actions_pkey PRIMARY KEY (company_id, id)
);

CREATE INDEX actions_client_phone_idx ON actions (company_id, client_phone, created_at DESC NULLS LAST, id);
CREATE INDEX actions_status_idx ON actions (company_id, status, created_at, id);

COMMENT ON TABLE actions IS 'What the assistant did or is to do for a client.';
COMMENT ON COLUMN actions.id IS 'Internal identifier of the row, unique within the salon.';
COMMENT ON COLUMN actions.company_id IS 'Number of the salon in YClients.';
COMMENT ON COLUMN actions.client_phone IS 'Phone number or messenger address of the client.';
COMMENT ON COLUMN actions.action_type IS 'Kind of action.';
COMMENT ON COLUMN actions.action_data IS 'Parameters and result of the action, a JSON object.';
COMMENT ON COLUMN actions.status IS 'State of the action.';
COMMENT ON COLUMN actions.created_at IS 'When the row was created, in UTC.';
COMMENT ON COLUMN actions.executed_at IS 'When the action was carried out, in UTC.';

CREATE TABLE messages (
    id           uuid      NOT NULL DEFAULT gen_random_uuid(),
    company_id   bigint    NOT NULL REFERENCES companies (company_id),
    client_phone varchar(50),
    direction    varchar(20),
    content      text,
    message_type varchar(50),
    status       varchar(50),
    created_at   timestamp NOT NULL DEFAULT (now() AT TIME ZONE 'UTC'),
    metadata     jsonb,
    platform     varchar(20) DEFAULT 'whatsapp',
    CONSTRAINT messages_pkey PRIMARY KEY (company_id, id, created_at)
) PARTITION BY RANGE (created_at);

CREATE INDEX messages_client_phone_idx ON messages (company_id, client_phone, created_at DESC, id);

COMMENT ON TABLE messages IS 'Messages to and from clients, one partition for a month in UTC.';
COMMENT ON COLUMN messages.id IS 'Identifier of the message.';
COMMENT ON COLUMN messages.company_id IS 'Number of the salon in YClients.';
COMMENT ON COLUMN messages.client_phone IS 'Phone number or messenger address of the client.';
COMMENT ON COLUMN messages.direction IS 'Direction as the salon sees it: incoming or outgoing.';
COMMENT ON COLUMN messages.content IS 'Text of the message.';
COMMENT ON COLUMN messages.message_type IS 'Kind of message, for example text or image.';
COMMENT ON COLUMN messages.status IS 'State of delivery.';
COMMENT ON COLUMN messages.created_at IS 'When the message was written, in UTC; decides the partition.';
COMMENT ON COLUMN messages.metadata IS 'Further facts about the message, a JSON object.';
COMMENT ON COLUMN messages.platform IS 'Messenger: whatsapp or telegram.';

-- Takes the rows of every month that has no partition of its own, so that no row is ever refused.
CREATE TABLE messages_default (LIKE messages INCLUDING DEFAULTS INCLUDING COMMENTS);
COMMENT ON TABLE messages_default IS 'Messages of months without a partition of their own.';
ALTER TABLE messages ATTACH PARTITION messages_default DEFAULT;
