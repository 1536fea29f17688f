const names = { iro: 'IRO', lead: 'Lead IRO', manager: 'Manager', admin: 'Business support' };

/** `IRO, Manager` */
export const roleNames = (roles) => roles.map((role) => names[role] ?? role ?? 'No role').join(', ');
