/** Every word the widget itself shows or says. What the assistant says comes from the server. */
export const fr = {
  chat: 'Conversation avec l’assistant',
  title: 'Votre conversation',
  thread: 'Fil de la conversation',
  transcript: 'Messages',
  you: 'Vous',
  assistant: 'Assistant',
  saysPrefix: (name: string) => `${name} : `,

  inputLabel: 'Votre message',
  inputPlaceholder: 'Votre question',
  send: 'Envoyer',
  charactersLeft: (count: number) => (count > 1 ? `${count} caractères restants` : `${count} caractère restant`),
  charactersOver: (count: number) => (count > 1 ? `${count} caractères de trop` : '1 caractère de trop'),
  suggestions: 'Réponses proposées',
  mainSuggestion: 'Étape suivante',
  toNewest: 'Voir la suite',

  sending: 'Envoi…',
  notSent: 'Votre message n’est pas parti.',
  refused: 'Votre message n’a pas été accepté.',
  retry: 'Réessayer',
  edit: 'Modifier mon message',

  opening: 'Ouverture de la conversation…',
  notReachable:
    'L’assistant n’est pas joignable pour le moment. La connexion sera reprise d’elle-même : vous n’avez rien à faire.',
  interrupted: 'La connexion est interrompue. Elle sera rétablie dès que possible.',
  typing: 'L’assistant prépare sa réponse…',
  slow: 'La réponse tarde à venir. Elle s’affichera ici dès qu’elle arrivera.',
  replaced: 'La conversation précédente a expiré. En voici une nouvelle.',

  offline: 'Vous êtes hors connexion. Ce que vous écrivez partira dès que le réseau reviendra.',
  waiting: 'En attente du réseau',

  launcher: 'Une question ?',
  launcherClose: 'Réduire la conversation',
  unread: (count: number) => (count > 1 ? `${count} messages non lus` : '1 message non lu'),
  panel: 'Assistant',
  minimise: 'Réduire',

  menu: 'Options',
  saveText: 'Télécharger la conversation (texte)',
  savePage: 'Télécharger la conversation (page web)',
  accessibility: 'Accessibilité',
  fileName: 'conversation',
  fileTitle: 'Conversation avec l’assistant',
  fileCaution: 'Assistant de démonstration, non officiel. Les réponses valent à la date de chaque message.',

  erase: 'Effacer la conversation',
  eraseQuestion: 'Effacer la conversation ?',
  eraseMeans:
    'Les messages disparaîtront de cet écran et une nouvelle conversation commencera. Un message déjà envoyé à un conseiller reste envoyé.',
  eraseConfirm: 'Effacer',
  eraseCancel: 'Garder cette conversation',

  sharedMachine:
    'Poste partagé : rien n’est gardé sur cet appareil, et la conversation s’efface après deux minutes sans activité.',
  leavingQuestion: 'Êtes-vous toujours là ?',
  leavingMeans: 'Sans réponse de votre part, la conversation sera effacée dans 30 secondes.',
  leavingStay: 'Continuer la conversation',

  attach: 'Joindre un fichier',
  fileRule: (megabytes: number) => `PDF, JPG ou PNG, ${megabytes}\u00a0Mo au plus`,
  dropHere: 'Déposez vos fichiers ici',
  uploads: 'Fichiers en cours d’envoi',
  percent: (percent: number) => `${percent}\u00a0%`,
  cancelUpload: 'Annuler l’envoi',
  removeUpload: 'Retirer',
  fileSent: (name: string) => `Fichier joint : ${name}`,
  fileType: 'Ce fichier n’est ni un PDF, ni une image JPG ou PNG.',
  fileEmpty: 'Ce fichier est vide.',
  fileTooLarge: (megabytes: number) => `Ce fichier dépasse ${megabytes}\u00a0Mo.`,
  fileNotSent: 'Ce fichier n’est pas parti.',

  opinion: 'Votre avis sur cette réponse',
  useful: 'Utile',
  useless: 'Pas utile',
  commentLabel: 'Merci. Un commentaire ? Facultatif, sans information personnelle.',
  commentSend: 'Envoyer le commentaire',
  thanks: 'Merci, votre commentaire est transmis.',
  opinionLost: 'Votre avis n’est pas parti. Vous pouvez cliquer de nouveau.',

  newWindow: ' (nouvelle fenêtre)',
};
