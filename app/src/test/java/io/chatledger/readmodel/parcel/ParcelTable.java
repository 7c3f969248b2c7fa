package io.chatledger.readmodel.parcel;

import io.chatledger.readmodel.parcel.ParcelTable.ParcelRow;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.jooq.impl.Internal;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;
import org.jooq.impl.UpdatableRecordImpl;

/** The table of parcels; by hand here, what is generated from the migrations for everybody else. */
public final class ParcelTable extends TableImpl<ParcelRow> {

    public static final ParcelTable PARCEL = new ParcelTable();

    private static final long serialVersionUID = 1L;

    public final TableField<ParcelRow, String> tenantId = text("tenant_id");
    public final TableField<ParcelRow, String> id = text("id");
    public final TableField<ParcelRow, String> contactId = text("contact_id");
    public final TableField<ParcelRow, String> content = text("content");
    public final TableField<ParcelRow, String> state = text("state");
    public final TableField<ParcelRow, String> tracking = createField(DSL.name("tracking"), SQLDataType.CLOB);

    private ParcelTable() {
        super(DSL.name("parcel_view"));
    }

    private TableField<ParcelRow, String> text(String column) {
        return createField(DSL.name(column), SQLDataType.CLOB.nullable(false));
    }

    @Override
    public Class<ParcelRow> getRecordType() {
        return ParcelRow.class;
    }

    @Override
    public UniqueKey<ParcelRow> getPrimaryKey() {
        return Internal.createUniqueKey(this, DSL.name("parcel_view_pkey"), tenantId, id);
    }

    /** Where one parcel is. */
    public static final class ParcelRow extends UpdatableRecordImpl<ParcelRow> {

        private static final long serialVersionUID = 1L;

        public ParcelRow() {
            super(PARCEL);
        }
    }
}
